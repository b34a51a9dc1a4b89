/// Where staff sign in instead of here: with the organisation's own provider of OpenID Connect (统一身份认证), or by
/// scanning a code with WeCom (扫码登录). Says who somebody is there; who that is here, administrators have said.
@NullMarked
@NamedInterface("elsewhere")
package org.linli.web.elsewhere;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
