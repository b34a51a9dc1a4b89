/// WeChat official accounts (公众号 and 服务号).
@NullMarked
package org.linli.channels.wechat;

import org.jspecify.annotations.NullMarked;
