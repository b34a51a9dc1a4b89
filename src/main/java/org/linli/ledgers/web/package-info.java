/// Where ledgers are ordered and fetched.
@NullMarked
package org.linli.ledgers.web;

import org.jspecify.annotations.NullMarked;
