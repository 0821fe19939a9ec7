"""Files to begin with: a configuration, a roster, stations, which are those of the top of the repository; alert rules for
Prometheus, a board for Grafana.
"""
