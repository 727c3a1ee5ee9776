#!/bin/sh
# The product's namespace, with its retention; an existing one gets this retention too.
set -eu
until temporal operator cluster health; do sleep 2; done
temporal operator namespace describe -n "$NAMESPACE" > /dev/null 2>&1 || temporal operator namespace create -n "$NAMESPACE" --retention "$RETENTION"
temporal operator namespace update -n "$NAMESPACE" --retention "$RETENTION"
