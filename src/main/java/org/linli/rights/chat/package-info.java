/// What people say in a talk about their data.
@NullMarked
package org.linli.rights.chat;

import org.jspecify.annotations.NullMarked;
