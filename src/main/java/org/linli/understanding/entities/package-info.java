/// What a message names: a place, a telephone, a time. Rules, no learning.
@NullMarked
package org.linli.understanding.entities;

import org.jspecify.annotations.NullMarked;
