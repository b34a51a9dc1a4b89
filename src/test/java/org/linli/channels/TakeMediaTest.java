package org.linli.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.channels.MediaFailure.Reason;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

class TakeMediaTest {

    private static final MediaSettings SETTINGS = new Binder(new MapConfigurationPropertySource(java.util.Map.of()))
            .bindOrCreate("linli.media", MediaSettings.class);

    private final TakeMedia take = new TakeMedia(SETTINGS);

    @ParameterizedTest
    @CsvSource({
        "FFD8FFE000104A464946, image/jpeg",
        "89504E470D0A1A0A0000000D49484452, image/png",
        "474946383961, image/gif",
        "2321414D520A3C, audio/amr",
        "524946462400000057415645666D7420, audio/vnd.wave",
        "000000186674797069736F6D, video/quicktime",
        "00000018667479706D703432, video/mp4",
        "255044462D312E37, application/pdf",
        "504B0304140000000800, application/zip"
    })
    void theBytesSayWhatTheyAre(String hex, String type) {
        assertThat(take.take(java.util.HexFormat.of().parseHex(hex)).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><script>alert(1)</script>",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<?xml version='1.0'?><x/>",
                "MZ\u0090\u0000\u0003\u0000\u0000\u0000",
                "#!/bin/sh\nrm -rf /",
                "\u007fELF\u0002\u0001\u0001",
                ""
            })
    void whatABrowserOrAMachineWouldRunIsRefused(String text) {
        assertThat(refused(text.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(Reason.REFUSED_TYPE);
    }

    @Test
    void aBodyIsReadNoFurtherThanTheLimit() {
        var small = new TakeMedia(new MediaSettings(org.springframework.util.unit.DataSize.ofBytes(100), Set.of()));
        Flux<DataBuffer> endless = Flux.<DataBuffer>generate(
                sink -> sink.next(DefaultDataBufferFactory.sharedInstance.wrap(new byte[64])));

        assertThat(catchThrowableOfType(
                                MediaFailure.class, () -> small.take(endless).block())
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Property(tries = 500)
    void anythingIsEitherOfAKnownKindOrRefused(@ForAll @Size(max = 200) byte[] bytes) {
        try {
            assertThat(SETTINGS.types()).contains(take.take(bytes).type());
        } catch (MediaFailure failure) {
            assertThat(failure.reason()).isEqualTo(Reason.REFUSED_TYPE);
        }
    }

    private Reason refused(byte[] bytes) {
        return catchThrowableOfType(MediaFailure.class, () -> take.take(bytes)).reason();
    }
}
