package org.linli.platform.redis;

import io.lettuce.core.ClientOptions;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.stereotype.Component;

/// What follows an answer of Redis, be it a whole page, runs beside the thread that reads the next answers.
@Component
class ReplyBesideTheConnection implements LettuceClientOptionsBuilderCustomizer {

    @Override
    public void customize(ClientOptions.Builder options) {
        options.publishOnScheduler(true);
    }
}
