/// The pages on which notices are written, approved, watched and read.
@NullMarked
package org.linli.notices.web;

import org.jspecify.annotations.NullMarked;
