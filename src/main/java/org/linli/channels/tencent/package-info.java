/// What Tencent's platforms, WeChat and WeCom, have in common: how they sign and encrypt, write, give tokens and
/// answer.
@NullMarked
package org.linli.channels.tencent;

import org.jspecify.annotations.NullMarked;
