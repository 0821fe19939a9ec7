"""The desk of coordinators: all cases by filter and page, what waits for whom, and its handing over."""
