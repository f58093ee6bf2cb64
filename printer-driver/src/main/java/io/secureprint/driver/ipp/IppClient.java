// SPDX-License-Identifier: Apache-2.0
package io.secureprint.driver.ipp;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// Speaks IPP over HTTP. A dead or odd printer is an answer, never an exception.
public final class IppClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration DOCUMENT = Duration.ofMinutes(5);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();
  private final AtomicInteger requests = new AtomicInteger();

  /// A request about a printer or one of its jobs. `operation` are attributes behind the ones that
  /// every request has; `job` may be empty.
  public IppAnswer call(
      URI printer, int code, List<IppAttribute> operation, List<IppAttribute> job) {
    byte[] request = request(printer, code, operation, job);
    return post(plain(printer), BodyPublishers.ofByteArray(request), ANSWER);
  }

  /// An operation on a printer itself, by somebody who may: `authorization` is the HTTP header.
  public IppAnswer call(URI printer, int code, String authorization) {
    byte[] request = request(printer, code, List.of(), List.of());
    return post(
        plain(printer).header("Authorization", authorization),
        BodyPublishers.ofByteArray(request),
        ANSWER);
  }

  /// Send-Document (RFC 8011 4.3.1) as the last document of a job: `length` bytes of PDF.
  public IppAnswer sendDocument(URI printer, int jobId, InputStream pdf, long length) {
    List<IppAttribute> operation =
        List.of(
            IppAttribute.of("job-id", IppValue.integer(jobId)),
            IppAttribute.of("requesting-user-name", IppValue.name("sps")),
            IppAttribute.of("document-format", new IppValue.Text(IppTag.MIME, "application/pdf")),
            IppAttribute.of("last-document", new IppValue.Bool(true)));
    byte[] head = request(printer, IppOperation.SEND_DOCUMENT, operation, List.of());
    BodyPublisher body =
        BodyPublishers.fromPublisher(
            BodyPublishers.ofInputStream(
                () -> new SequenceInputStream(new ByteArrayInputStream(head), pdf)),
            head.length + length);
    return post(plain(printer), body, DOCUMENT);
  }

  @Override
  public void close() {
    http.close();
  }

  private byte[] request(
      URI printer, int code, List<IppAttribute> more, List<IppAttribute> job) {
    List<IppAttribute> operation = new ArrayList<>();
    operation.add(IppAttribute.of("attributes-charset", new IppValue.Text(IppTag.CHARSET, "utf-8")));
    operation.add(
        IppAttribute.of("attributes-natural-language", new IppValue.Text(IppTag.LANGUAGE, "en")));
    operation.add(IppAttribute.of("printer-uri", IppValue.uri(printer.toString())));
    operation.addAll(more);
    List<IppMessage.Group> groups = new ArrayList<>();
    groups.add(new IppMessage.Group(IppTag.OPERATION, operation));
    if (!job.isEmpty()) {
      groups.add(new IppMessage.Group(IppTag.JOB, job));
    }
    return IppCodec.encode(new IppMessage(code, requests.incrementAndGet(), groups));
  }

  private static HttpRequest.Builder plain(URI printer) {
    return HttpRequest.newBuilder(overHttp(printer)).header("Content-Type", "application/ipp");
  }

  private IppAnswer post(HttpRequest.Builder to, BodyPublisher body, Duration within) {
    HttpRequest request = to.timeout(within).POST(body).build();
    // The request's own time-out ends with the headers; a device may stall after them.
    CompletableFuture<HttpResponse<byte[]>> asked =
        http.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), IppCodec.MAX_BYTES));
    try {
      HttpResponse<byte[]> response = asked.get(within.toMillis(), TimeUnit.MILLISECONDS);
      return answer(response.statusCode(), response.body());
    } catch (ExecutionException e) {
      boolean never =
          e.getCause() instanceof ConnectException
              || e.getCause() instanceof HttpConnectTimeoutException;
      return new IppAnswer.Unreachable(!never, String.valueOf(e.getCause()));
    } catch (TimeoutException _) {
      asked.cancel(true);
      return new IppAnswer.Unreachable(true, "no whole answer within " + within);
    } catch (InterruptedException _) {
      asked.cancel(true);
      Thread.currentThread().interrupt();
      return new IppAnswer.Unreachable(true, "interrupted");
    }
  }

  private static IppAnswer answer(int httpStatus, byte[] body) {
    if (httpStatus != 200) {
      return new IppAnswer.Foreign(httpStatus);
    }
    try {
      IppMessage message = IppCodec.decode(body);
      return message.code() < 0x0100
          ? new IppAnswer.Ok(message)
          : new IppAnswer.Refused(message.code());
    } catch (IppCodec.Malformed _) {
      return new IppAnswer.Foreign(httpStatus);
    }
  }

  /// IPP's own scheme means HTTP to port 631 (RFC 8010 5).
  private static URI overHttp(URI printer) {
    if (printer.getScheme().equals("http")) {
      return printer;
    }
    int port = printer.getPort() < 0 ? 631 : printer.getPort();
    return URI.create("http://" + printer.getHost() + ":" + port + printer.getRawPath());
  }
}
