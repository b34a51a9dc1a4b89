/// Calls to programs of others when something happens here: signed (Standard Webhooks), only to where they may lead,
/// and made again until they arrive.
@NullMarked
@NamedInterface("calling")
package org.linli.platform.calling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
