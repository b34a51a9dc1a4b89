/// `java -jar linli.jar polls …`
@NullMarked
package org.linli.polls.command;

import org.jspecify.annotations.NullMarked;
