#!/bin/sh
# Temporal's two databases and their tables; running it again brings an older schema up to the image's version.
set -eu
tool() { temporal-sql-tool --plugin postgres12 --ep temporal-postgres -p 5432 -u temporal "$@"; }
for pair in temporal:temporal temporal_visibility:visibility; do
  database=${pair%%:*}
  tool --db "$database" create || echo "$database exists"
  tool --db "$database" setup-schema -v 0.0 || echo "$database has its schema"
  # The folder "versioned" itself: its parent would be read as no update at all, without an error.
  tool --db "$database" update-schema -d "/etc/temporal/schema/postgresql/v12/${pair##*:}/versioned"
done
