package org.linli.channels.wecom.app;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.channels.Outbound;
import org.linli.channels.Reply;
import org.linli.channels.tencent.Seal;
import org.linli.channels.tencent.WriteXml;
import org.linli.channels.wecom.Gate;
import org.linli.channels.wecom.WecomEvent;
import org.linli.channels.wecom.Words;
import org.springframework.stereotype.Component;

/// Writes an answer into the response of a call to an app: encrypted XML, by the platform's page "被动回复消息格式".
@Component
class PassiveReply {

    private final Clock clock;
    private final Words words = Words.read();

    PassiveReply(Clock clock) {
        this.clock = clock;
    }

    /// A card cannot travel this way, so choices are said in words, as long as the text stays within the limit.
    Reply words(WecomApp app, Gate.Opened call, Outbound answer) {
        String text = words.within(WecomChannel.LIMITS.textBytes(), answer.text(), answer.choices());
        return sealed(app, call, "text", "Content", text);
    }

    /// The card shows what was tapped, and can be tapped no more.
    Reply cardTapped(WecomApp app, Gate.Opened call, WecomEvent.CardTapped card) {
        return sealed(app, call, "update_button", "Button", Map.of("ReplaceName", card.key()));
    }

    private Reply sealed(WecomApp app, Gate.Opened call, String kind, String name, Object content) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("ToUserName", call.message().textOf("FromUserName"));
        fields.put("FromUserName", app.corp().corpId());
        fields.put("CreateTime", clock.instant().getEpochSecond());
        fields.put("MsgType", kind);
        fields.put(name, content);
        Seal.Closed closed = app.seal().close(WriteXml.of(fields), call.key(), call.nonce(), clock.instant());
        return new Reply("application/xml;charset=UTF-8", WriteXml.of(closed.fields()));
    }
}
