#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the phrase grammar with the names of offices that the program's own data knows ($1: the folder data).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cat "$here/grammar.txt"
echo '@officehead'
sed -n 's/.*heads: \[\([^]]*\)\].*/\1/p' "$1/agencies/families.yaml" | sed 's/, */\n/g' | sort -u
echo '@listedoffice'
sed 1d "$1/agencies/offices.csv" | cut -d, -f1,2 | tr ',' '\n' | sort -u
echo '@highoffice'
sed -n 's/.*{name: \([^,}]*\).*/\1/p' "$1/agencies/parents.yaml"
echo '@question'
sed -n 's/^ *\(name\|title\|text\): *//p' "$1"/assessment/*.yaml | tr -d '"' | sort -u
