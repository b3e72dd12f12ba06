"""The public site: pages, charts to explore and files, as static HTML that asks nothing of anyone."""
