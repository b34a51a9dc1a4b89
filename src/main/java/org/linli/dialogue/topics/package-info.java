/// The problems (话题) that neighbours speak of in a group, and the ways in which they refer to them.
@NullMarked
package org.linli.dialogue.topics;

import org.jspecify.annotations.NullMarked;
