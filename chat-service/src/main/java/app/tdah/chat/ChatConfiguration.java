package app.tdah.chat;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

@Configuration(proxyBeanMethods = false)
class ChatConfiguration {

  /** For everything timed; the WebSocket broker has one of its own, which makes Boot's back off. */
  @Bean
  TaskScheduler taskScheduler() {
    SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
    scheduler.setVirtualThreads(true);
    scheduler.setThreadNamePrefix("scheduled-");
    scheduler.setTaskTerminationTimeout(5_000);
    return scheduler;
  }
}
