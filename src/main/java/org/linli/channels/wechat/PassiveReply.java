package org.linli.channels.wechat;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.channels.Outbound;
import org.linli.channels.Reply;
import org.linli.channels.tencent.AesKey;
import org.linli.channels.tencent.Seal;
import org.linli.channels.tencent.WriteXml;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes an answer into the response of a call: in the call's format, encrypted where the call was.
///
/// A menu cannot travel this way, so choices are said in words, as long as the text stays within the limit.
@Component
class PassiveReply {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Clock clock;
    private final Words words = Words.read();

    PassiveReply(Clock clock) {
        this.clock = clock;
    }

    Reply write(Call call, Outbound answer) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("ToUserName", call.openid());
        fields.put("FromUserName", call.message().textOf("ToUserName"));
        fields.put("CreateTime", clock.instant().getEpochSecond());
        fields.put("MsgType", "text");
        fields.put("Content", text(answer));
        String plain = format(fields, call.json());
        return reply(call.sealedBy() == null ? plain : sealed(call, call.sealedBy(), plain), call.json());
    }

    private String sealed(Call call, AesKey key, String plain) {
        Seal.Closed closed = call.account().seal().close(plain, key, call.nonce(), clock.instant());
        return format(closed.fields(), call.json());
    }

    private String text(Outbound answer) {
        String whole = words.withChoices(answer.text(), answer.choices());
        return WechatChannel.fits(whole) ? whole : answer.text();
    }

    private static String format(Map<String, Object> fields, boolean json) {
        return json ? JSON.writeValueAsString(fields) : WriteXml.of(fields);
    }

    private static Reply reply(String body, boolean json) {
        return new Reply((json ? "application/json" : "application/xml") + ";charset=UTF-8", body);
    }
}
