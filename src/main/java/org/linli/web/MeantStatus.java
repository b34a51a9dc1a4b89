package org.linli.web;

import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerErrorException;

/// What an error means to whoever called: theirs to mend (4xx), a neighbour of ours that is away (503), or our mistake
/// (500).
final class MeantStatus {

    private MeantStatus() {}

    static HttpStatusCode of(@Nullable Throwable error) {
        return switch (error) {
            // a blank in the place of what the address is about
            case ServerErrorException blank when blank.getMethodParameter() != null -> HttpStatus.NOT_FOUND;
            case ErrorResponse told -> told.getStatusCode();
            case CommunityId.Impossible _ -> HttpStatus.NOT_FOUND;
            case DecodingException _ -> HttpStatus.BAD_REQUEST;
            case DataBufferLimitException _ -> HttpStatus.CONTENT_TOO_LARGE;
            case null, default -> statusOfOurs(error);
        };
    }

    private static HttpStatusCode statusOfOurs(@Nullable Throwable error) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (isAway(cause)) {
                return HttpStatus.SERVICE_UNAVAILABLE;
            }
        }
        return HttpStatus.INTERNAL_SERVER_ERROR;
    }

    /// The database or Redis does not answer, or a disk takes no file.
    private static boolean isAway(Throwable error) {
        return error instanceof DataAccessResourceFailureException
                || error instanceof CannotCreateTransactionException
                || error instanceof TimeoutException
                || error instanceof R2dbcException
                || error instanceof QueryTimeoutException
                || error instanceof RedisCommandTimeoutException
                || error instanceof RedisConnectionException
                || error instanceof FileSystemException
                || error.getClass().equals(IOException.class);
    }
}
