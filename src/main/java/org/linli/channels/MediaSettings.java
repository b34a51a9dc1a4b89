package org.linli.channels;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// What we take of what people send besides words.
///
/// @param most  of one picture, voice, video or file
/// @param types what bytes may be, judged by themselves, in Apache Tika's names; nothing that a browser would run
@Validated
@ConfigurationProperties("linli.media")
public record MediaSettings(
        @DefaultValue("10MB") DataSize most,

        @DefaultValue({
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/bmp",
            "image/webp",
            "audio/amr",
            "audio/amr-nb",
            "audio/amr-wb",
            "audio/mpeg",
            "audio/mp4",
            "audio/vnd.wave",
            "audio/x-wav",
            "audio/ogg",
            "audio/speex",
            "audio/vorbis",
            "audio/opus",
            "video/mp4",
            "video/quicktime",
            "video/x-m4v",
            "application/pdf",
            "application/zip",
            "application/x-tika-msoffice",
            "application/x-tika-ooxml",
            "text/plain"
        })
        Set<String> types) {}
