package org.linli.channels.wecom.robot;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;

import java.time.Clock;
import java.time.Duration;
import org.linli.channels.Refusals;
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

    private final Refusals refusals = new Refusals();
    private final WecomApi api;
    private final Clock clock;

    PostByRobot(WecomApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /// Signals [SendFailure] and no other error. Never empty.
    Mono<PlatformAnswer> post(Robots.Standing robot, String json) {
        return Mono.defer(() -> refusals.rests(whose(robot), clock.instant())
                        ? Mono.<PlatformAnswer>error(SendFailure.ofCode(MISCONFIGURED, UNKNOWN_KEY))
                        : api.post(robot.account(), Robots.SEND, robot.webhook(), json))
                .doOnError(SendFailure.class, failure -> restIfUnknown(robot, failure));
    }

    /// Told once a rest, not for each letter.
    private void restIfUnknown(Robots.Standing robot, SendFailure failure) {
        String id = robot.robot().id();
        if (failure.names(UNKNOWN_KEY) && !refusals.rests(whose(robot), clock.instant())) {
            Duration pause = refusals.refused(whose(robot), clock.instant());
            LOG.error(
                    "WeCom robot '{}' is not known by its key (errcode {}); what it says fails until the key is corrected, next try in {} min",
                    id,
                    UNKNOWN_KEY,
                    pause.toMinutes());
        }
    }

    /// By its key: a corrected one is tried at once.
    private static String whose(Robots.Standing robot) {
        return CallId.fingerprint(robot.webhook().toString());
    }
}
