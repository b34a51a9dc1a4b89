package org.linli.channels.wecom.kf;

import java.util.Map;
import java.util.Optional;
import org.linli.channels.Outbound;
import org.linli.channels.SendFailure;
import org.linli.channels.wecom.WecomApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Puts who was told that a person takes over into the platform's queue for the desk's own staff, and takes them back,
/// where the desk is set up so. By the platform's page "分配客服会话".
@Component
class HandToServicer {

    private static final Logger LOG = LoggerFactory.getLogger(HandToServicer.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    /// 由智能助手接待: our program.
    private static final int OURS = 1;
    /// 待接入池排队中.
    private static final int QUEUE = 2;

    private final WecomApi api;

    HandToServicer(WecomApi api) {
        this.api = api;
    }

    /// Never an error: the letter has arrived, and the talk waits at our own desk all the same.
    Mono<Void> after(KfDesks.KfDesk desk, Outbound letter) {
        return Mono.justOrEmpty(state(letter.template()))
                .filter(_ -> desk.settings().handOver())
                .flatMap(state -> api.post(
                        desk.caller(),
                        "/cgi-bin/kf/service_state/trans",
                        JSON.writeValueAsString(Map.of(
                                "open_kfid",
                                desk.settings().openKfId(),
                                "external_userid",
                                letter.to().id(),
                                "service_state",
                                state))))
                .then()
                .onErrorResume(SendFailure.class, failure -> {
                    LOG.warn(
                            "a talk at desk '{}' keeps its state at the platform ({}); staff answers it here",
                            desk.id(),
                            failure.getMessage());
                    return Mono.empty();
                });
    }

    private static Optional<Integer> state(String template) {
        return switch (template) {
            case "handed-over", "handed-over-stuck" -> Optional.of(QUEUE);
            case "handed-back" -> Optional.of(OURS);
            default -> Optional.empty();
        };
    }
}
