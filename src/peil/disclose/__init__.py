"""The gate: tables, facts and earlier releases become a Release, the only thing a report sees."""
