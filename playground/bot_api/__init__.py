"""The Bot API as bots call it: methods, parameters, rules, refusals, polling and webhooks."""
