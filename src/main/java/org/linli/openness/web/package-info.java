/// The public list, the question to whoever wrote, and the desk where staff asks and blacks out.
@NullMarked
package org.linli.openness.web;

import org.jspecify.annotations.NullMarked;
