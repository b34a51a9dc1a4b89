package org.linli.channels.contract;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Every line of the log, from now until it is closed; ours down to the last detail.
public final class HeardLog implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.linli");
    private final @Nullable Level before = ours.getLevel();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    public HeardLog() {
        ours.setLevel(Level.TRACE);
        lines.start();
        root.addAppender(lines);
    }

    /// Ours of that level.
    public List<String> lines(Level level) {
        return List.copyOf(lines.list).stream()
                .filter(it -> it.getLevel().equals(level) && it.getLoggerName().startsWith("org.linli"))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /// Everybody's, with what stands behind an error.
    public String whole() {
        return List.copyOf(lines.list).stream()
                .map(it -> it.getFormattedMessage()
                        + (it.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(it.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        root.detachAppender(lines);
        ours.setLevel(before);
    }
}
