#!/bin/sh
# The three roles of the product and its database, once, when PostgreSQL makes its data folder. None is a superuser:
# owner changes tables (migrations only), door commits changes, reader reads under row-level security.
set -eu
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -v owner="$OWNER_PASSWORD" -v door="$DOOR_PASSWORD" -v reader="$READER_PASSWORD" <<'SQL'
create role owner login nosuperuser nocreatedb nocreaterole nobypassrls password :'owner';
create role door login nosuperuser nocreatedb nocreaterole nobypassrls password :'door';
create role reader login nosuperuser nocreatedb nocreaterole nobypassrls password :'reader';
create database consilium owner owner;
revoke all on database consilium from public;
grant connect on database consilium to door, reader;
SQL
