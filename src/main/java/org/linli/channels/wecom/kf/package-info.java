/// WeCom's customer service (微信客服): residents who write from WeChat to a service desk of a corporation.
///
/// The platform only calls to say that there is something; what was said is fetched from it, page by page.
@NullMarked
package org.linli.channels.wecom.kf;

import org.jspecify.annotations.NullMarked;
