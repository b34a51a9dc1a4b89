package org.linli.channels.wecom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The archive behind a process of its own: one question a line, one answer a line. A process that dies, is silent or
/// says anything else is ended, and a new one begun for the next question, until it is closed.
final class ArchiveProcess implements ChatArchive, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String END = "\0";

    private record Running(Process process, Writer in, BlockingQueue<String> out) {}

    private final List<String> command;
    private final Map<String, Object> begin;
    private final Duration patience;
    private @Nullable Running running;
    private boolean closed;
    private long questions;

    /// @param command  starts it
    /// @param begin    the first question: corporation and secret, which thus stand in no list of processes
    /// @param patience how long an answer may take
    ArchiveProcess(List<String> command, Map<String, Object> begin, Duration patience) {
        this.command = List.copyOf(command);
        this.begin = Map.copyOf(begin);
        this.patience = patience;
    }

    @Override
    public Mono<List<Sealed>> after(long seq, int most) {
        return asked(Map.of("do", "pull", "seq", seq, "limit", most)).map(ArchiveAnswers::entries);
    }

    @Override
    public Mono<String> open(String key, String message) {
        return asked(Map.of("do", "open", "key", key, "message", message)).map(it -> it.asString(""));
    }

    @Override
    public Mono<Piece> media(String file, String next) {
        return asked(Map.of("do", "media", "file", file, "next", next)).map(ArchiveAnswers::piece);
    }

    private Mono<JsonNode> asked(Map<String, Object> question) {
        return Mono.fromCallable(() -> answered(question))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(answer -> answer);
    }

    /// A failure is an answer too: one that comes when nobody waits any more is no error that was dropped.
    private Mono<JsonNode> answered(Map<String, Object> question) {
        try {
            return Mono.just(exchange(question));
        } catch (ArchiveFailure failure) {
            return Mono.error(failure);
        }
    }

    private synchronized JsonNode exchange(Map<String, Object> question) {
        if (closed) {
            throw ArchiveFailure.passing("the archive was set up anew");
        }
        try {
            var now = running;
            if (now == null || !now.process().isAlive()) {
                now = begun();
            }
            return said(now, question);
        } catch (IOException | InterruptedException gone) {
            end();
            throw ArchiveFailure.passing(
                    "the archive's process: " + gone.getClass().getSimpleName());
        } catch (ArchiveFailure failure) {
            if (failure.isPassing()) {
                end();
            }
            throw failure;
        }
    }

    /// One that refuses to begin is not asked anything else.
    private Running begun() throws IOException, InterruptedException {
        var now = start();
        running = now;
        try {
            said(now, begin);
            return now;
        } catch (ArchiveFailure refused) {
            end();
            throw refused;
        }
    }

    private Running start() throws IOException {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var out = new LinkedBlockingQueue<String>();
        Thread.ofPlatform().daemon().name("hear-archive").start(() -> hear(process.inputReader(UTF_8), out));
        return new Running(process, process.outputWriter(UTF_8), out);
    }

    private static void hear(BufferedReader from, BlockingQueue<String> out) {
        try (from) {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                out.add(line);
            }
        } catch (IOException ended) {
            // the same as its end
        } finally {
            out.add(END);
        }
    }

    private JsonNode said(Running to, Map<String, Object> question) throws IOException, InterruptedException {
        var numbered = new HashMap<>(question);
        numbered.put("id", ++questions);
        to.in().write(JSON.writeValueAsString(numbered) + "\n");
        to.in().flush();
        String line = to.out().poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (line == null) {
            throw ArchiveFailure.passing("the archive's process is silent");
        }
        if (line.equals(END)) {
            throw ArchiveFailure.passing("the archive's process ended");
        }
        return ArchiveAnswers.to(questions, line);
    }

    /// For good; waits for the answer to what was asked before.
    @Override
    public synchronized void close() {
        closed = true;
        end();
    }

    private void end() {
        var ended = running;
        running = null;
        if (ended != null) {
            ended.process().destroyForcibly();
        }
    }
}
