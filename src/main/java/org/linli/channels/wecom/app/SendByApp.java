package org.linli.channels.wecom.app;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.RECIPIENT_GONE;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.channels.Account;
import org.linli.channels.Allowance;
import org.linli.channels.Allowance.Rate;
import org.linli.channels.Allowance.Scope;
import org.linli.channels.ChannelId;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.Way;
import org.linli.channels.tencent.PlatformAnswer;
import org.linli.channels.tencent.ShowPicture;
import org.linli.channels.tencent.ShowPicture.Shown;
import org.linli.channels.wecom.Card;
import org.linli.channels.wecom.WecomApi;
import org.linli.channels.wecom.WecomLimits;
import org.linli.channels.wecom.Words;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Sends as an app to one of its members: as a card where there is something to tap and it fits, otherwise as text;
/// pictures each by itself.
@Component
class SendByApp implements Way {

    private static final String PATH = "message/send";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Apps apps;
    private final WecomApi api;
    private final ShowPicture show;
    private final WecomLimits limits;
    private final Words words = Words.read();

    SendByApp(Apps apps, WecomApi api, ShowPicture show, WecomLimits limits) {
        this.apps = apps;
        this.api = api;
        this.show = show;
        this.limits = limits;
    }

    @Override
    public String id() {
        return "wecom.app";
    }

    @Override
    public ChannelId channel() {
        return WecomChannel.ID;
    }

    @Override
    public Limits limits() {
        return new Limits(WecomChannel.LIMITS.textBytes(), Duration.ZERO).withPictures();
    }

    @Override
    public boolean carries(Outbound letter) {
        return !letter.to().isGroup() && apps.has(letter.to().account());
    }

    /// By the platform's page "访问频率限制". Beyond what a member may get, it drops messages and says nothing.
    @Override
    public List<Allowance> allowances(Outbound letter) {
        WecomApp app = apps.get(letter.to().account());
        if (app == null) {
            return List.of();
        }
        Scope member = Scope.receiver(letter.to());
        return Stream.concat(
                        Stream.of(
                                new Rate("wecom.app.member.minute", member, 30, Duration.ofMinutes(1)),
                                new Rate("wecom.app.member.hour", member, 1000, Duration.ofHours(1))),
                        ofAll(app, Scope.account(letter.to())).stream())
                .toList();
    }

    @Override
    public List<Allowance> shared(Account account) {
        WecomApp app = apps.get(account.id());
        return app == null ? List.of() : ofAll(app, Scope.account(account));
    }

    private List<Allowance> ofAll(WecomApp app, Scope scope) {
        return Stream.concat(
                        limits.lettersOfApp(app.corp(), scope).stream(),
                        WecomLimits.calls(id(), WecomChannel.ID, app.corp(), PATH).stream())
                .toList();
    }

    @Override
    public Look look(Outbound message) {
        return Card.holds(message)
                ? new Look(message.text(), message.choices())
                : new Look(words.within(limits().textBytes(), message.text(), message.choices()), List.of());
    }

    /// @return the platform's `msgid`
    @Override
    public Mono<Receipt> send(Outbound message) {
        WecomApp app = apps.get(message.to().account());
        if (app == null || message.to().isGroup()) {
            return Mono.error(() -> new SendFailure(MISCONFIGURED, "no such app, or a group"));
        }
        return said(app, message).map(SendByApp::receipt);
    }

    private Mono<PlatformAnswer> said(WecomApp app, Outbound message) {
        var picture = message.picture();
        String path = "/cgi-bin/" + PATH;
        return picture == null
                ? api.post(app.caller(), path, json(app, message))
                : show.of(new Shown<>(
                        api, app.caller(), app.corp().communityId(), picture, path, id -> image(app, message, id)));
    }

    private static String image(WecomApp app, Outbound message, String media) {
        return JSON.writeValueAsString(Map.of(
                "touser",
                message.to().id(),
                "agentid",
                app.settings().agentId(),
                "msgtype",
                "image",
                "image",
                Map.of("media_id", media)));
    }

    // nothing went wrong for the platform, and still the one whom it was for got nothing
    private static Receipt receipt(PlatformAnswer answer) {
        if (!answer.textOf("invaliduser").isEmpty()) {
            throw new SendFailure(RECIPIENT_GONE, "invaliduser");
        }
        if (!answer.textOf("unlicenseduser").isEmpty()) {
            throw new SendFailure(MISCONFIGURED, "unlicenseduser");
        }
        return new Receipt(answer.textOf("msgid"));
    }

    private String json(WecomApp app, Outbound message) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("touser", message.to().id());
        fields.put("agentid", app.settings().agentId());
        if (Card.holds(message)) {
            fields.put("msgtype", "template_card");
            fields.put("template_card", Card.of(message));
        } else {
            fields.put("msgtype", "text");
            fields.put("text", Map.of("content", look(message).text()));
        }
        return JSON.writeValueAsString(fields);
    }
}
