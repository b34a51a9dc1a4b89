/// Where ledgers are ordered and fetched, and the numbers for programs.
@NullMarked
package org.linli.ledgers.web;

import org.jspecify.annotations.NullMarked;
