"""The worst hour known, played through a bot: what is told, who answers, how fast time goes, what is counted."""
