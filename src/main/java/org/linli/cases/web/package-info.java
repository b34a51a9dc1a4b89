/// The staff desk.
@NullMarked
package org.linli.cases.web;

import org.jspecify.annotations.NullMarked;
