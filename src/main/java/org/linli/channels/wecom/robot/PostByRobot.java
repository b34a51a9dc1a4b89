package org.linli.channels.wecom.robot;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;

import org.linli.channels.SendFailure;
import org.linli.channels.tencent.CallId;
import org.linli.channels.tencent.PlatformAnswer;
import org.linli.channels.wecom.WecomApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Posts what robots say. A robot whose key the platform does not know (any more) is left alone for a while: trying a
/// wrong secret again and again gets the address of this machine banned.
@Component
class PostByRobot {

    private static final Logger LOG = LoggerFactory.getLogger(PostByRobot.class);

    /// "invalid key, or the robot was removed", by the platform's page "全局错误码".
    private static final long UNKNOWN_KEY = 93000;

    private final WecomApi api;
    private final SharedRests rests;

    PostByRobot(WecomApi api, SharedRests rests) {
        this.api = api;
        this.rests = rests;
    }

    /// Signals [SendFailure] and no other error. Never empty.
    Mono<PlatformAnswer> post(Robots.Standing robot, String json) {
        return rests.rests(whose(robot))
                .flatMap(resting -> resting
                        ? Mono.<PlatformAnswer>error(SendFailure.ofCode(MISCONFIGURED, UNKNOWN_KEY))
                        : posted(robot, json));
    }

    private Mono<PlatformAnswer> posted(Robots.Standing robot, String json) {
        return api.post(robot.account(), Robots.SEND, robot.webhook(), json)
                .onErrorResume(
                        SendFailure.class,
                        failure -> restIfUnknown(robot, failure).then(Mono.error(failure)));
    }

    /// Told once a rest, not for each letter.
    private Mono<Void> restIfUnknown(Robots.Standing robot, SendFailure failure) {
        String id = robot.robot().id();
        return failure.names(UNKNOWN_KEY)
                ? rests.refused(whose(robot))
                        .doOnNext(pause -> LOG.error(
                                "WeCom robot '{}' is not known by its key (errcode {}); what it says fails until the key is corrected, next try in {} min",
                                id,
                                UNKNOWN_KEY,
                                pause.toMinutes()))
                        .then()
                : Mono.empty();
    }

    /// By its key: a corrected one is tried at once.
    private static String whose(Robots.Standing robot) {
        return CallId.fingerprint(robot.webhook().toString());
    }
}
