/// The pages of the teaching room.
@NullMarked
package org.linli.teaching.web;

import org.jspecify.annotations.NullMarked;
