package org.linli.channels.wecom.robot;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.channels.Allowance;
import org.linli.channels.Allowance.Rate;
import org.linli.channels.Allowance.Scope;
import org.linli.channels.ChannelId;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.Way;
import org.linli.channels.tencent.CallId;
import org.linli.channels.wecom.WecomApi;
import org.linli.channels.wecom.Words;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Says something in a group by its robot, by the platform's page "消息推送配置说明". Nothing can be tapped there, so choices
/// are said in words.
final class SendByRobot implements Way {

    /// A fact that says which members to call, by their ids, parted by commas; `@all` calls everybody.
    private static final String MENTIONED = "mentioned";

    private static final Limits LIMITS = new Limits(2048, Duration.ZERO);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String id;
    private final ChannelId channel;
    private final Robots robots;
    private final WecomApi api;
    private final Words words = Words.read();

    SendByRobot(String id, ChannelId channel, Robots robots, WecomApi api) {
        this.id = id;
        this.channel = channel;
        this.robots = robots;
        this.api = api;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ChannelId channel() {
        return channel;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public boolean carries(Outbound letter) {
        return robots.in(letter.to()).isPresent();
    }

    /// Beyond it the platform blocks the robot for a minute.
    @Override
    public List<Allowance> allowances(Outbound letter) {
        return robots.in(letter.to())
                .<List<Allowance>>map(it -> List.of(new Rate(
                        "wecom.robot",
                        new Scope(
                                Scope.Kind.ACCOUNT, "wecom-group:" + it.robot().id()),
                        20,
                        Duration.ofMinutes(1))))
                .orElse(List.of());
    }

    /// @return a name for the message, because the platform gives none
    @Override
    public Mono<Receipt> send(Outbound message) {
        return Mono.justOrEmpty(robots.in(message.to()))
                .switchIfEmpty(Mono.error(() -> new SendFailure(MISCONFIGURED, "no robot there")))
                .flatMap(robot -> api.post(robot.account(), Robots.SEND, robot.webhook(), json(message)))
                .thenReturn(new Receipt(CallId.fingerprint(message.key())));
    }

    private String json(Outbound message) {
        var text = new LinkedHashMap<String, Object>();
        text.put("content", words.within(LIMITS.textBytes(), message.text(), message.choices()));
        String mentioned = message.facts().getOrDefault(MENTIONED, "");
        if (!mentioned.isBlank()) {
            text.put("mentioned_list", List.of(mentioned.strip().split("\\s*,\\s*")));
        }
        return JSON.writeValueAsString(Map.of("msgtype", "text", "text", text));
    }
}
