package org.linli.channels.webchat;

import java.time.Duration;
import java.util.List;
import org.linli.channels.Address;
import org.linli.channels.SendFailure;
import org.linli.channels.Withdraws;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Our own pages forget what they are told to. A page that is open shows it until it is opened anew.
@Component
class WithdrawLines implements Withdraws {

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Words words;

    WithdrawLines(DatabaseClient database, JsonMapper json, Words words) {
        this.database = database;
        this.json = json;
        this.words = words;
    }

    @Override
    public String way() {
        return Seat.WEBCHAT.value();
    }

    @Override
    public Duration within() {
        return ForgetOldLines.AT_MOST;
    }

    @Override
    public Mono<Void> withdraw(Address to, String receipt) {
        return Mono.defer(() -> forget(RoomKey.of(to), Long.parseLong(receipt.substring(receipt.lastIndexOf(':') + 1))))
                .onErrorMap(error -> new SendFailure(
                        SendFailure.Reason.UNREACHABLE, error.getClass().getSimpleName()));
    }

    /// Its place stays, so that those around it keep theirs.
    private Mono<Void> forget(RoomKey room, long seq) {
        return database.sql("""
                        update webchat.lines set content = $4::jsonb
                        where community_id = $1 and room = $2 and seq = $3 and speaker = ''""")
                .bind("$1", room.community().value())
                .bind("$2", room.room())
                .bind("$3", seq)
                .bind("$4", json.writeValueAsString(Line.Said.words(words.of("withdrawn"), List.of())))
                .then();
    }
}
