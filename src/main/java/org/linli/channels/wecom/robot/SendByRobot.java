package org.linli.channels.wecom.robot;

import static org.linli.channels.SendFailure.Reason.CONTENT_REFUSED;
import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;

import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.channels.Allowance;
import org.linli.channels.Allowance.Rate;
import org.linli.channels.Allowance.Scope;
import org.linli.channels.ChannelId;
import org.linli.channels.Limits;
import org.linli.channels.Media;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.ShownPictures;
import org.linli.channels.Way;
import org.linli.channels.tencent.CallId;
import org.linli.channels.wecom.Words;
import org.springframework.util.DigestUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Says something in a group by its robot, by the platform's page "消息推送配置说明". Nothing can be tapped there, so choices
/// are said in words. Pictures go there whole, not by an id.
final class SendByRobot implements Way {

    /// A fact that says which members to call, by their ids, parted by commas; `@all` calls everybody.
    private static final String MENTIONED = "mentioned";

    private static final Limits LIMITS = new Limits(2048, Duration.ZERO).withPictures();
    private static final int MOST_PICTURE_BYTES = 2 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String id;
    private final ChannelId channel;
    private final Robots robots;
    private final PostByRobot posts;
    private final List<ShownPictures> pictures;
    private final Words words = Words.read();

    SendByRobot(String id, ChannelId channel, Robots robots, PostByRobot posts, List<ShownPictures> pictures) {
        this.id = id;
        this.channel = channel;
        this.robots = robots;
        this.posts = posts;
        this.pictures = List.copyOf(pictures);
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

    @Override
    public Look look(Outbound message) {
        return new Look(words.within(LIMITS.textBytes(), message.text(), message.choices()), List.of());
    }

    /// @return a name for the message, because the platform gives none
    @Override
    public Mono<Receipt> send(Outbound message) {
        return Mono.justOrEmpty(robots.in(message.to()))
                .switchIfEmpty(Mono.error(() -> new SendFailure(MISCONFIGURED, "no robot there")))
                .flatMap(robot -> json(robot, message).flatMap(json -> posts.post(robot, json)))
                .thenReturn(new Receipt(CallId.fingerprint(message.key())));
    }

    private Mono<String> json(Robots.Standing robot, Outbound message) {
        var picture = message.picture();
        return picture == null
                ? Mono.fromSupplier(() -> words(message))
                : ShownPictures.from(pictures, robot.account().community(), picture)
                        .map(SendByRobot::image);
    }

    private static String image(Media picture) {
        if (picture.bytes().length > MOST_PICTURE_BYTES) {
            throw new SendFailure(CONTENT_REFUSED, "a picture of more than 2 MB");
        }
        var image = Map.of(
                "base64",
                Base64.getEncoder().encodeToString(picture.bytes()),
                "md5",
                DigestUtils.md5DigestAsHex(picture.bytes()));
        return JSON.writeValueAsString(Map.of("msgtype", "image", "image", image));
    }

    private String words(Outbound message) {
        var text = new LinkedHashMap<String, Object>();
        text.put("content", look(message).text());
        String mentioned = message.facts().getOrDefault(MENTIONED, "");
        if (!mentioned.isBlank()) {
            text.put("mentioned_list", List.of(mentioned.strip().split("\\s*,\\s*")));
        }
        return JSON.writeValueAsString(Map.of("msgtype", "text", "text", text));
    }
}
