/// WeCom (企业微信): its corporations, their tokens and its interface. One package beneath per kind of counterpart.
@NullMarked
package org.linli.channels.wecom;

import org.jspecify.annotations.NullMarked;
