/// The own page of people, and the desk of those who write on paper.
@NullMarked
package org.linli.rights.web;

import org.jspecify.annotations.NullMarked;
