/// Private talks of members with an app of ours.
@NullMarked
package org.linli.channels.wecom.app;

import org.jspecify.annotations.NullMarked;
