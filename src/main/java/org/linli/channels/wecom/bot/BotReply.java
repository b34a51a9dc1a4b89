package org.linli.channels.wecom.bot;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.channels.Outbound;
import org.linli.channels.Reply;
import org.linli.channels.tencent.Seal;
import org.linli.channels.wecom.Card;
import org.linli.channels.wecom.Gate;
import org.linli.channels.wecom.WecomSettings;
import org.linli.channels.wecom.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes what travels in the response of a call for a bot: encrypted JSON, by the platform's page "被动回复消息".
@Component
class BotReply {

    /// Says nothing, which the platform takes for an answer too.
    static final Reply NOTHING = Reply.text("");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String signature;
    private final Clock clock;
    private final Words words = Words.read();

    BotReply(WecomSettings settings, Clock clock) {
        this.signature = settings.signature();
        this.clock = clock;
    }

    /// The end of a stream, or the whole of one that ends as it begins. What can be tapped comes as a card below.
    Reply answer(WecomBot bot, Gate.Opened call, String stream, Outbound answer) {
        if (Card.holdsChoices(answer)) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("msgtype", "stream_with_template_card");
            fields.put("stream", stream(stream, true, answer.text()));
            fields.put("template_card", Card.below(words.word("choose"), answer));
            return sealed(bot, call, fields);
        }
        String text = words.within(BotChannel.LIMITS.textBytes(), answer.text(), answer.choices());
        return stream(bot, call, stream, true, text);
    }

    /// A stream that is to go on.
    Reply wait(WecomBot bot, Gate.Opened call, String stream) {
        return stream(bot, call, stream, false, words.word("wait"));
    }

    /// The end of a stream whose answer comes another way.
    Reply later(WecomBot bot, Gate.Opened call, String stream) {
        return stream(bot, call, stream, true, words.word("later"));
    }

    Reply finished(WecomBot bot, Gate.Opened call, String stream, String text) {
        return stream(bot, call, stream, true, text);
    }

    /// The first words in a private talk; nothing but them may be plain text.
    Reply welcome(WecomBot bot, Gate.Opened call, Outbound answer) {
        String text = words.withChoices(answer.text(), answer.choices());
        return sealed(bot, call, Map.of("msgtype", "text", "text", Map.of("content", text)));
    }

    /// The card shows what was tapped, and can be tapped no more.
    Reply cardTapped(WecomBot bot, Gate.Opened call, String member, BotCall.CardTapped card) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("card_type", "text_notice");
        shown.put("main_title", Map.of("title", words.word("chosen").replace("{chosen}", card.key())));
        // this kind of card has to lead somewhere
        shown.put("card_action", Map.of("type", 1, "url", "https://work.weixin.qq.com"));
        shown.put("task_id", card.task());
        var fields = new LinkedHashMap<String, Object>();
        fields.put("response_type", "update_template_card");
        fields.put("userids", List.of(member));
        fields.put("template_card", shown);
        return sealed(bot, call, fields);
    }

    private Reply stream(WecomBot bot, Gate.Opened call, String id, boolean finish, String text) {
        return sealed(bot, call, Map.of("msgtype", "stream", "stream", stream(id, finish, text)));
    }

    private static Map<String, Object> stream(String id, boolean finish, String text) {
        return Map.of("id", id, "finish", finish, "content", text);
    }

    private Reply sealed(WecomBot bot, Gate.Opened call, Map<String, Object> plain) {
        Seal.Closed closed =
                bot.seal().close(JSON.writeValueAsString(plain), call.key(), call.nonce(), clock.instant());
        var fields = new LinkedHashMap<String, Object>();
        fields.put("encrypt", closed.encrypted());
        fields.put(signature, closed.signature());
        fields.put("timestamp", closed.timestamp());
        fields.put("nonce", closed.nonce());
        return new Reply("application/json;charset=UTF-8", JSON.writeValueAsString(fields));
    }
}
