/// WeCom's customer service (微信客服), by the platform's own pages: what is written there waits until it is fetched.
@NullMarked
package org.linli.standin.kf;

import org.jspecify.annotations.NullMarked;
