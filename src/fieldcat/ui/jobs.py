"""The one way off the GUI thread, and back.

A ``Job`` lives on the GUI side and owns the signals and the wish to stop; a thread of Python's only
runs its work. ``Jobs`` holds what is under way and lets the window close in order.
``Latest`` is for searches: of many wishes only the newest is answered.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator
from functools import partial
from threading import Event, Lock
from time import perf_counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from fieldcat.domain.progress import Progress, Report
from fieldcat.errors import CancelledError, EnvironmentFaultError, OverloadedError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Work = Callable[[Report], Any]
"""Work that tells how far it is; what it gives back goes to the GUI thread."""

_Done = Callable[[Any], None]
_Failed = Callable[[Exception], None]

_TURN_S = 0.008
"""Steps are taken for so long before the person is heard: half a frame."""


class Job(QObject):
    """One piece of work. All signals arrive on the GUI thread; ``ended`` is always the last."""

    progressed = Signal(Progress)
    succeeded = Signal(object)
    failed = Signal(Exception)
    ended = Signal()

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = Event()
        self._waiting: QTimer | None = None
        self._run: _Run | None = None

    def cancel(self) -> None:
        """Ask the work to stop; it does so at its next report, and nothing more is heard of it.

        Work that has not begun never does.
        """
        self._stop.set()
        if self._waiting is not None and self._waiting.isActive():
            self._waiting.stop()
            self.ended.emit()

    def mute(self) -> None:
        """Let nobody hear of the work any more, which goes on."""
        self.blockSignals(True)

    @property
    def cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    def start(self, threads: Threads, after: int = 0) -> None:
        """Have the work done by a thread, ``after`` so many milliseconds.

        It fails with an ``OverloadedError`` where there is no thread to be had.
        """
        self._run = run = _Run(self)
        if not after:
            self._hand_over(run, threads)
            return
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(lambda: self._hand_over(run, threads))
        self._waiting.start(after)

    def put_off(self, work: Work, after: int) -> bool:
        """Do this work instead, ``after`` so many milliseconds; False where it no longer waits."""
        if not after or self._waiting is None or not self._waiting.isActive():
            return False
        self._work = work
        self._waiting.start(after)
        return True

    def let_go(self) -> None:
        """Be deleted, once the thread that did the work has told all who listen to its end.

        A signal whose sender is deleted in the midst of it does not reach the rest of them. What
        the work holds goes here, too: in another thread Python would delete what Qt lets only this
        one delete.
        """
        if self._run is not None:
            self._run.wait_until_left()
            self._run = None
        self._work = _nothing
        self.deleteLater()

    def perform(self) -> None:
        """Do the work here and now, in the thread that calls."""
        try:
            result = self._work(self._report)
        except CancelledError:
            pass
        except Exception as error:  # whatever it is, the GUI thread decides what it means
            if not self.cancelled:
                self.failed.emit(error)
        else:
            if not self.cancelled:
                self.succeeded.emit(result)
        self.ended.emit()

    def _hand_over(self, run: _Run, threads: Threads) -> None:
        try:
            threads.start(run)
        except OverloadedError as error:
            # Later, for whoever asked for the work does not have the job yet.
            QTimer.singleShot(0, self, partial(self._refuse, error))

    def _refuse(self, error: OverloadedError) -> None:
        if not self.cancelled:
            self.failed.emit(error)
        self.ended.emit()

    def _report(self, progress: Progress) -> None:
        if self._stop.is_set():
            raise CancelledError
        self.progressed.emit(progress)


class Steps(QObject):
    """Work that only the GUI thread can do, in steps between which it answers the person.

    ``ended`` comes once all of it is done, or was given up.
    """

    ended = Signal()

    def __init__(
        self, steps: Generator[None], done: Callable[[], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._steps = steps
        self._done = done
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def cancel(self) -> None:
        """Give it up; nothing more is heard of it."""
        if self._timer.isActive():
            self._timer.stop()
            self._steps.close()
            self.ended.emit()

    def _go_on(self) -> None:
        until = perf_counter() + _TURN_S
        try:
            for _ in self._steps:
                if perf_counter() >= until:
                    return
        except BaseException:
            self._timer.stop()
            self.ended.emit()
            raise
        self._timer.stop()
        try:
            self._done()
        finally:
            self.ended.emit()


class _Run:
    """What a thread calls. Once it is left the thread has nothing of the job any more."""

    def __init__(self, job: Job) -> None:
        self._job: Job | None = job
        self._begun = False
        self._left = Event()

    def __call__(self) -> None:
        self._begun = True
        job, self._job = self._job, None
        try:
            if job is not None:
                job.perform()
        finally:
            del job
            self._left.set()

    def wait_until_left(self) -> None:
        """Wait until the thread that began the job, if any, is out of it: it ends with a signal."""
        if self._begun:
            self._left.wait()
        self._job = None


class Threads:
    """So many threads at the most, which take up what is handed over in its order.

    The first one that is free takes it. In turn, each of them would come to hold the memory that
    the largest work needs: to every thread the system gives memory of its own.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._free = list(range(most))
        self._pools: dict[int, ThreadPoolExecutor] = {}
        """A pool of one for each thread: of several, nobody says which takes up what."""
        self._waiting: deque[Callable[[], None]] = deque()
        self._lock = Lock()
        self._handed_over: set[Future[None]] = set()
        self._closed = False

    def start(self, run: Callable[[], None]) -> None:
        """Hand something over; once they are closed it is never begun.

        Where the system gives no further thread, those that are at work do it, too; where none is,
        ``OverloadedError`` is raised.
        """
        if self._closed:
            return
        with self._lock:
            if not self._free:
                self._waiting.append(run)
                return
            thread = min(self._free)
            self._free.remove(thread)
        try:
            self._begin(thread, run)
        except RuntimeError as error:
            # Once it began after all, it would do what it did not take up now, too.
            del self._pools[thread]
            with self._lock:
                self._free.append(thread)
                if len(self._free) < self._most:
                    self._waiting.append(run)
                    return
            raise OverloadedError(str(error)) from error

    def wait(self) -> None:
        """Wait until all that was handed over is done."""
        while handed_over := tuple(self._handed_over):
            for future in handed_over:
                future.exception()  # which comes once it is done

    def close(self) -> None:
        """Wait for all of it, and let the threads go."""
        self._closed = True
        self.wait()
        for pool in self._pools.values():
            pool.shutdown()

    def _begin(self, thread: int, run: Callable[[], None]) -> None:
        if thread not in self._pools:
            from concurrent.futures import ThreadPoolExecutor  # the first picture has no work

            self._pools[thread] = ThreadPoolExecutor(1, thread_name_prefix="fieldcat")
        future = self._pools[thread].submit(self._perform, thread, run)
        self._handed_over.add(future)
        future.add_done_callback(self._handed_over.discard)

    def _perform(self, thread: int, run: Callable[[], None]) -> None:
        try:
            run()
        finally:
            with self._lock:
                further = self._waiting.popleft() if self._waiting else None
                if further is None:
                    self._free.append(thread)
            if further is not None:
                self._begin(thread, further)


class Jobs(QObject):
    """All work of one window: readers side by side, writers one after the other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._readers, self._writers = Threads(3), Threads(1)
        self._running: set[Job] = set()
        self._stepping: set[Steps] = set()

    def start(
        self,
        work: Work,
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        progressed: Callable[[Progress], None] | None = None,
        ended: Callable[[], None] | None = None,
        writes: bool = False,
        after: int = 0,
    ) -> Job:
        """Begin a piece of work; what it calls back is called on the GUI thread.

        ``writes`` for what changes the user's data: such work keeps its order. Other work may
        begin ``after`` so many milliseconds.
        """
        job = Job(work, self)
        if done is not None:
            job.succeeded.connect(done)
        job.failed.connect(failed or _log_failure)
        if progressed is not None:
            job.progressed.connect(progressed)
        if ended is not None:
            job.ended.connect(ended)
        self._running.add(job)
        job.ended.connect(self._on_job_ended)
        job.start(self._writers if writes else self._readers, after)
        return job

    def step(self, steps: Generator[None], done: Callable[[], object]) -> Steps:
        """Begin work of the GUI thread that goes in steps; ``done`` is called after the last."""
        begun = Steps(steps, done, self)
        self._stepping.add(begun)
        begun.ended.connect(self._on_steps_ended)
        return begun

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._running or self._stepping)

    def finish_writing(self) -> None:
        """Wait until everything handed over for writing so far is on the disk, or failed."""
        self._writers.wait()

    def close(self) -> None:
        """Ask readers to stop, let writers finish, and wait for all of them."""
        for steps in tuple(self._stepping):
            steps.cancel()
        for job in self._running:
            job.mute()
        self._writers.close()
        for job in self._running:
            job.cancel()
        self._readers.close()

    @Slot()
    def _on_job_ended(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._running.discard(job)
            job.let_go()

    @Slot()
    def _on_steps_ended(self) -> None:
        steps = self.sender()
        if isinstance(steps, Steps):
            self._stepping.discard(steps)
            steps.deleteLater()


class Latest(QObject):
    """Answers only the newest of many wishes, and does one at a time.

    While one is worked on, a newer one waits and takes the place of any that waited before; an
    answer that is out of date when it comes is dropped.
    """

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._current: Job | None = None
        self._told: tuple[_Done, _Failed] | None = None
        self._waiting: tuple[Work, _Done, _Failed, int] | None = None

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._current is not None

    def ask(
        self,
        work: Work,
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        after: int = 0,
    ) -> None:
        """Do this work, unless something newer is asked before it begins.

        It begins ``after`` so many milliseconds.
        """
        if self._current is not None and self._current.put_off(work, after):
            # With each key an entry is asked for that would be read after the last of them.
            self._told = done, failed
            return
        self._waiting = (work, done, failed, after)
        if self._current is None:
            self._begin()
        else:
            self._current.cancel()

    def _begin(self) -> None:
        if self._waiting is None:
            return
        work, done, failed, after = self._waiting
        self._waiting = None
        self._told = done, failed

        def heard(which: int) -> Callable[[Any], None]:
            # What was asked before may have its answer on the way to this thread already.
            return lambda result: None if job.cancelled else self._tell(which, result)

        self._current = job = self._jobs.start(
            work, done=heard(0), failed=heard(1), ended=self._on_ended, after=after
        )

    def _tell(self, which: int, result: Any) -> None:
        if self._told is not None:
            self._told[which](result)

    @Slot()
    def _on_ended(self) -> None:
        self._current = self._told = None
        self._begin()


def _nothing(_report: Report) -> None:
    """The work of a job that is done."""


def _log_failure(error: Exception) -> None:
    import logging  # with what it loads it takes longer than a first page has for it

    # A locked stick or a full disk is no defect: no trace leads anywhere.
    trace = None if isinstance(error, EnvironmentFaultError) else error
    log = logging.getLogger(__name__)
    log.error("work in the background failed: %s", type(error).__name__, exc_info=trace)
