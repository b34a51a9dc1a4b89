package org.linli.bench.portal;

import me.chanjar.weixin.mp.api.WxMpMessageRouter;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.bean.message.WxMpXmlMessage;
import me.chanjar.weixin.mp.bean.message.WxMpXmlOutMessage;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Takes a signed call in safe mode, routes it and answers in the response.
@Profile(Portal.PROFILE)
@RestController
class PortalController {

    private final WxMpService wechat;
    private final WxMpMessageRouter router;

    PortalController(WxMpService wechat, WxMpMessageRouter router) {
        this.wechat = wechat;
        this.router = router;
    }

    @PostMapping(path = "/webhooks/wechat/{account}", produces = "application/xml; charset=UTF-8")
    String post(
            @RequestBody String body,
            @RequestParam String signature,
            @RequestParam String timestamp,
            @RequestParam String nonce,
            @RequestParam("msg_signature") String messageSignature) {
        if (!wechat.checkSignature(timestamp, nonce, signature)) {
            throw new IllegalArgumentException("not genuine");
        }
        var config = wechat.getWxMpConfigStorage();
        var message = WxMpXmlMessage.fromEncryptedXml(body, config, timestamp, nonce, messageSignature);
        WxMpXmlOutMessage answer = router.route(message);
        return answer == null ? "" : answer.toEncryptedXml(config);
    }
}
