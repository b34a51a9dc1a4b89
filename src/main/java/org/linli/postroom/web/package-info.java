/// The pages of the post room.
@NullMarked
package org.linli.postroom.web;

import org.jspecify.annotations.NullMarked;
